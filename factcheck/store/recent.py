"""What was used last, so that it need not be read from the file again."""

from collections import OrderedDict
from typing import TypeVar

_Value = TypeVar("_Value")


class Recent(OrderedDict[str, _Value]):
    """What was used last, up to a number of entries."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: str, value: _Value) -> None:
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self._most:
            self.popitem(last=False)
