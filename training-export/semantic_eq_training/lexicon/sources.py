"""Where the lexicons lie: the user's data folder and the system's packages. Whatever is missing is done without."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WORDNET = Path("/usr/share/wordnet")
MYTHES = Path("/usr/share/mythes/th_en_US_v2.dat")
FOLDER = "lexicon"


@dataclass(frozen=True)
class Sources:
    """Paths of the lexicons, None where one is not there. The comment says the file and who makes it."""

    wordnet: Path | None  # folder with data.adj, data.noun …: WordNet 3.0 (Debian's wordnet-base)
    mythes: Path | None  # th_en_US_v2.dat: LibreOffice's English thesaurus (Debian's mythes-en-us)
    roget: Path | None  # roget1911.txt: Roget's Thesaurus of 1911 as Project Gutenberg has it
    ppdb: Path | None  # ppdb_synonyms.txt: pairs of words, PPDB 2.0
    antonyms: tuple[Path, ...]  # ppdb_antonyms.txt, wordnet_antonyms.txt: pairs of words

    def missing(self) -> list[str]:
        """What is not there, in words for the user."""
        named = {
            "WordNet (Debian: wordnet-base)": self.wordnet,
            "the English thesaurus (Debian: mythes-en-us)": self.mythes,
            f"{FOLDER}/roget1911.txt": self.roget,
            f"{FOLDER}/ppdb_synonyms.txt": self.ppdb,
            f"{FOLDER}/*_antonyms.txt": self.antonyms or None,
        }
        return [name for name, path in named.items() if path is None]


def find(data_dir: Path | None, wordnet: Path = WORDNET, mythes: Path = MYTHES) -> Sources:
    """The lexicons of a data folder and of the system."""

    def there(path: Path) -> Path | None:
        return path if path.exists() else None

    def ours(name: str) -> Path | None:
        return there(data_dir / FOLDER / name) if data_dir is not None else None

    antonyms = (ours("ppdb_antonyms.txt"), ours("wordnet_antonyms.txt"))
    return Sources(
        wordnet if (wordnet / "data.adj").exists() else None,
        there(mythes),
        ours("roget1911.txt"),
        ours("ppdb_synonyms.txt"),
        tuple(p for p in antonyms if p is not None),
    )
