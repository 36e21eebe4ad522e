"""The command that holds all others, and how errors become exit codes."""

import traceback
from typing import Any

import click

from factcheck.errors import FactcheckError

CONFLICTS, FAILURE, DEFECT, INTERRUPTED = 1, 2, 70, 130


class Failed(click.ClickException):
    """An error that the library raised on purpose, told without a traceback."""

    exit_code = FAILURE

    def show(self, file: Any = None) -> None:
        """Write the message to stderr."""
        click.echo(f"factcheck: {self.format_message()}", err=True)


class Commands(click.Group):
    """Commands whose errors end in exit code 2, and whose reader may leave early."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except FactcheckError as error:
            raise Failed(str(error)) from None
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception:  # noqa: BLE001 (a defect must not end in 1, which says that conflicts were found)
            traceback.print_exc()
            ctx.exit(DEFECT)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="factcheck-reconcile", prog_name="factcheck")
def main() -> None:
    """Reconcile news articles about the same events: what they agree on, where they differ and how."""
