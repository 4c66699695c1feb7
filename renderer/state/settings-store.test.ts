import { describe, expect, it } from 'vitest';
import type { Settings } from '#app/protocol/calls.ts';
import { makeSettings } from '../testing/records.ts';
import { HandEnvironment, type Script, ScriptedConnection } from '../testing/scripted.ts';
import { createSettingsStore } from './settings-store.ts';

function setUp(script: Script) {
  const connection = new ScriptedConnection(script);
  return { stores: { settings: createSettingsStore(connection, new HandEnvironment()) } };
}

describe('settings set back', () => {
  it('come back as they were when that is undone, and what is typed stays', async () => {
    const { stores } = setUp({ 'settings.set': (change) => ({ ...makeSettings(), ...change }) as Settings });
    stores.settings.type('1 + 1');
    await stores.settings.change({ theme: 'dark', motion: 'reduced' });
    await stores.settings.reset();
    expect(stores.settings.getState()).toMatchObject({ settings: { theme: 'system', motion: 'system' }, draft: '1 + 1' });
    await stores.settings.undoReset();
    expect(stores.settings.getState()).toMatchObject({ settings: { theme: 'dark', motion: 'reduced' }, beforeReset: null });
  });
});
