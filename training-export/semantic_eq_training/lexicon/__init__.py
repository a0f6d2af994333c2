"""What words mean that nobody set, from what dictionaries and thesauri say of them: from text alone to a kernel, from
the kernel and people's words to curves (Gaussian process), from there to a table of some 30,000 words that ships.

No lexicon is in this repository or in what ships: they are read from the data folder's `lexicon/` and the system.
"""

from .prior import prior
from .unseen import table

__all__ = ["prior", "table"]
