"""Configuration: the nearest file upwards from an article, alone; what the command line says wins over it."""

from quotecheck.config.config import Config
from quotecheck.config.configs import Configs
from quotecheck.config.setting import Layer, Name, Setting, Value

__all__ = ["Config", "Configs", "Layer", "Name", "Setting", "Value"]
