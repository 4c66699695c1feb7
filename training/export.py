"""A training checkpoint as a model folder for the engine:

python3 -m training.export --run RUN --out MODEL [--dtype int8|f32|bf16]
"""

import argparse
from pathlib import Path

from training.checkpoint import load_model
from training.model_folder import DTYPES, export_model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, help="folder of a run: checkpoint.pt and the tokenizer")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--dtype", choices=DTYPES, default="int8")
    options = parser.parse_args()
    export_model(load_model(options.run / "checkpoint.pt"), options.run, options.out, options.dtype)
    size = (options.out / "model.safetensors").stat().st_size
    print(f"{options.out / 'model.safetensors'}: {size:,} bytes")


if __name__ == "__main__":
    main()
