"""Runs a notebook from top to bottom and writes it with its outputs: execute.py NOTEBOOK OUTPUT."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient

source, output = map(Path, sys.argv[1:])
notebook = nbformat.read(source, as_version=4)
with TemporaryDirectory() as sockets:
    # The kernel is spoken to through files and not through the network.
    kernel = AsyncKernelManager(kernel_name="python3", transport="ipc", ip=f"{sockets}/kernel")
    resources = {"metadata": {"path": source.parent}}
    # A cell that fails ends this with the cell and its error.
    NotebookClient(notebook, kernel, record_timing=False, resources=resources).execute()
# The version of Python that ran it is not part of what it says.
notebook.metadata["language_info"] = {"name": "python"}
nbformat.write(notebook, output)
