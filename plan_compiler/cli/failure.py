"""How a command ends when it cannot run: one clear line on stderr, and what may be typed instead; exit code 2."""

import errno
import os

_LONGEST = 200


class CommandError(Exception):
    """The command could not run. The text is one line that says what is wrong and what to do.

    `further` are lines below it: what may be typed instead, each on its own.
    """

    def __init__(self, text: str, further: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.further = further


_REASONS = {
    errno.EACCES: "没有权限 / no permission",
    errno.EPERM: "没有权限 / no permission",
    errno.EROFS: "磁盘是只读的 / the disk is read-only",
    errno.ENOSPC: "磁盘已满 / the disk is full",
    errno.EDQUOT: "磁盘配额已满 / the disk quota is used up",
    errno.EFBIG: "文件过大 / the file would be too large",
    errno.ENOENT: "没有这个文件或文件夹 / no such file or folder",
    errno.ENOTDIR: "路径中有一段不是文件夹 / a part of the path is no folder",
    errno.EISDIR: "是文件夹，不是文件 / it is a folder",
    errno.EEXIST: "已有同名文件 / there is a file of that name",
    errno.ENAMETOOLONG: "名字太长 / the name is too long",
}


def reason(fault: OSError) -> str:
    """Why the system refused, in both languages where it is a common case."""
    return _REASONS.get(fault.errno or 0, fault.strerror or str(fault))


def internal(fault: Exception) -> str:
    """One line to report for a fault of the compiler: what was raised, and where."""
    at = fault.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = f" ({at.tb_frame.f_code.co_filename.rpartition(os.sep)[2]}:{at.tb_lineno})" if at else ""
    told = " ".join(f"{type(fault).__name__}: {fault}".split())[:_LONGEST]
    return f"plan 内部出错，请把这一行告知维护者 / a fault of plan itself; please report this line: {told}{where}"
