"""The model as the folder that the engine reads, written and read back.

config.json, mamba_config.json, the tokenizer's files, model.safetensors. int8 stores a matrix as X.weight (I8) with
X.weight.scales (F16 [rows, columns / 64]); what `quantise.is_quantised` leaves out is F32. f32 and bf16 are plain
checkpoints (A_log and D stay F32).
"""

import hashlib
import json
import shutil
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from tokenizers import Tokenizer

from training.model import HybridModel
from training.quantise import GROUP, dequantise, is_quantised, quantise
from training.shape import ModelShape
from training.tokenizer import chat_ids

DTYPES = ("int8", "f32", "bf16")
# What one file may weigh on the way back from a borrowed machine.
PIECE_BYTES = 15 * 2**20


def tensors_of(model: HybridModel, dtype: str) -> dict[str, torch.Tensor]:
    """Tensors by checkpoint name, on the CPU; lm_head is tied and not stored."""
    tensors: dict[str, torch.Tensor] = {}
    for name, parameter in model.named_parameters():
        value = parameter.detach().float().cpu().contiguous()
        if dtype == "int8" and is_quantised(name, parameter):
            tensors[name], tensors[f"{name}.scales"] = quantise(value)
        elif dtype == "bf16" and not name.endswith(("A_log", ".D")):
            tensors[name] = value.bfloat16()
        else:
            tensors[name] = value
    return tensors


def export_model(model: HybridModel, tokenizer_folder: Path, out: Path, dtype: str = "int8") -> None:
    out.mkdir(parents=True, exist_ok=True)
    end = chat_ids(Tokenizer.from_file(str(tokenizer_folder / "tokenizer.json")))[2]
    (out / "config.json").write_text(json.dumps(model.shape.llama_config(end), indent=2) + "\n")
    (out / "mamba_config.json").write_text(json.dumps(model.shape.mamba_config(), indent=2) + "\n")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        if (tokenizer_folder / name).resolve() != (out / name).resolve():
            shutil.copyfile(tokenizer_folder / name, out / name)
    metadata = {"format": "quorum-int8", "group": str(GROUP)} if dtype == "int8" else {"format": "pt"}
    save_file(tensors_of(model, dtype), out / "model.safetensors", metadata=metadata)
    (out / "model.safetensors").chmod(0o644)  # save_file makes it readable by its owner alone
    write_manifest(out)


def write_manifest(folder: Path) -> None:
    """manifest.json: the SHA-256 of every file, by which `quorum models verify` tells a damaged copy."""
    names = ("config.json", "mamba_config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors")
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    (folder / "manifest.json").write_text(json.dumps({"files": hashes}, indent=2) + "\n")


def export_for_safety(model: HybridModel, run: Path) -> None:
    """The weights so far as int8 in run/latest, whole and in pieces, replaced together; the tokenizer lies in `run`."""
    partial, latest = run / "latest.partial", run / "latest"
    shutil.rmtree(partial, ignore_errors=True)
    export_model(model, run, partial)
    write_pieces(partial)
    shutil.rmtree(latest, ignore_errors=True)
    partial.rename(latest)


def write_pieces(folder: Path) -> None:
    """model.safetensors.part-a, -b, …; `cat` in that order gives the file again."""
    for old in folder.glob("model.safetensors.part-*"):
        old.unlink()
    whole = (folder / "model.safetensors").read_bytes()
    for number, at in enumerate(range(0, len(whole), PIECE_BYTES)):
        (folder / f"model.safetensors.part-{chr(ord('a') + number)}").write_bytes(whole[at : at + PIECE_BYTES])


def read_model(folder: Path) -> HybridModel:
    """The model of a folder that `export_model` wrote, weights widened to f32."""
    llama = json.loads((folder / "config.json").read_text())
    mamba = json.loads((folder / "mamba_config.json").read_text())
    model = HybridModel(ModelShape.from_configs(llama, mamba))
    with safe_open(folder / "model.safetensors", "pt") as file:
        tensors = {name: file.get_tensor(name) for name in file.keys() if not name.endswith(".scales")}  # noqa: SIM118
        for name, value in tensors.items():
            if value.dtype == torch.int8:
                tensors[name] = dequantise(value, file.get_tensor(f"{name}.scales"))
    model.load_state_dict({name: value.float() for name, value in tensors.items()})
    return model
