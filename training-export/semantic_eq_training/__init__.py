"""Semantic EQ's training: people's equaliser settings in, the model folder of inference/models/README.md out."""

__version__ = "0.1.0"
