"""The version, in the one place setup.cfg and every sheet read it from."""

VERSION = "0.2.0"
