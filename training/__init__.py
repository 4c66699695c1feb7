"""The trainer of the bundled model: data, tokenizer, model, scan kernels, optimiser, export."""
