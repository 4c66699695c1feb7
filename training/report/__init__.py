"""Evaluation of a recipe's models on the device, and the page that tells of it."""
