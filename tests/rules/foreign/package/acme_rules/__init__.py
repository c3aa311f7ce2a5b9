"""House rules of an office. The entry point `ACME` names `RULES`; plans use them with `checks: {rules: [ACME]}`."""

from . import long_project_name

RULES = (long_project_name,)
