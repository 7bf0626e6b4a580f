"""Validates YAML files against a JSON Schema, as editors do.

    python3 validate.py SCHEMA FILE...

Prints one line for each file: its path, a tab, and "ok" or the place and message of the first error. Files are read
as YAML 1.2 (core schema), in which 30_000 is a word. The schema must mean the same in draft 2020-12 and draft-07.
"""

import json
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    yaml_implicit_resolvers = {}


for kind, pattern, first in [
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(pattern), first)
# PyYAML takes 010 for 8; in YAML 1.2 it is 10.
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def first_error(validator, document):
    errors = sorted(validator.iter_errors(document), key=lambda error: list(map(str, error.absolute_path)))
    if not errors:
        return "ok"
    error = jsonschema.exceptions.best_match(errors)
    return ".".join(map(str, error.absolute_path)) + ": " + error.message


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
validators = [jsonschema.Draft202012Validator, jsonschema.Draft7Validator]
for validator in validators:
    validator.check_schema(schema)
for path in sys.argv[2:]:
    try:
        with open(path, encoding="utf-8") as file:
            document = yaml.load(file, Loader)
        verdicts = {first_error(validator(schema), document) for validator in validators}
    except yaml.YAMLError as error:
        verdicts = {"not YAML"}
    print(path, " | ".join(sorted(verdicts)), sep="\t")
