"""The JUCE host (host.cpp), driven by lines."""

import os
import re

from lines import Lines

BUNDLE = os.environ["SEMANTIC_EQ_VST3"]
SECONDS = 300


class JuceHost(Lines):
    """One run of the host; its window lies in the display's upper left corner."""

    def __init__(self, display, environment=None):
        super().__init__([os.environ["JUCE_HOST"], BUNDLE, str(SECONDS)], {**display.environment, **(environment or {})})
        self.display = display
        self.loaded = self.wait_for(r"loaded (.*), (\d+) parameters, editor: (\w+)").groups()
        self.width, self.height = map(int, self.wait_for(r"editor (\d+)x(\d+) at 0,0").groups())
        self.settle()

    def settle(self):
        """Half a second of sound and of frames."""
        self.ask("wait 500")

    def gain(self):
        return float(re.search(r"gain (-?[\d.]+) dB", " ".join(self.ask("gain"))).group(1))
