"""A training checkpoint as a model folder for the engine: config.json, mamba_config.json, tokenizer, model.safetensors.

    python3 -m training.export --checkpoint RUN/checkpoint.pt --tokenizer FOLDER --out MODEL [--dtype int8|f32|bf16]

int8 stores a matrix as X.weight (I8) with X.weight.scales (F16 [rows, columns / 64]); what `quantise.is_quantised`
leaves out is F32. The other dtypes are plain checkpoints (A_log and D stay F32).
"""

import argparse
import json
import shutil
from pathlib import Path

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer

from training.checkpoint import load_model
from training.model import HybridModel
from training.quantise import GROUP, is_quantised, quantise
from training.tokenizer import chat_ids

DTYPES = ("int8", "f32", "bf16")


def tensors_of(model: HybridModel, dtype: str) -> dict[str, torch.Tensor]:
    """Tensors by checkpoint name; lm_head is tied and not stored."""
    tensors: dict[str, torch.Tensor] = {}
    for name, parameter in model.named_parameters():
        value = parameter.detach().float().contiguous()
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
    save_file(tensors_of(model.cpu(), dtype), out / "model.safetensors", metadata=metadata)
    (out / "model.safetensors").chmod(0o644)  # save_file makes it readable by its owner alone


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True, help="folder of tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--dtype", choices=DTYPES, default="int8")
    options = parser.parse_args()
    export_model(load_model(options.checkpoint), options.tokenizer, options.out, options.dtype)
    size = (options.out / "model.safetensors").stat().st_size
    print(f"{options.out / 'model.safetensors'}: {size:,} bytes")


if __name__ == "__main__":
    main()
