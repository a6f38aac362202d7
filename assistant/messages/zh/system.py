"""Why the operating system does not do something, in Chinese; it says so in English."""

from __future__ import annotations

import errno
import os

ZH_SYSTEM = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出了磁盘配额",
    errno.EIO: "磁盘读写出错",
    errno.ENOENT: "文件或文件夹不存在",
    errno.EISDIR: "那是一个文件夹",
    errno.ENOTDIR: "其中有一段不是文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.ENAMETOOLONG: "名称太长",
    errno.EBUSY: "正被别的程序占用",
    errno.EMFILE: "打开的文件太多",
    errno.EADDRNOTAVAIL: "本机没有这个地址",
}


def in_chinese(reason: str) -> str:
    """A reason with what the system said of it in Chinese, as far as that is known.

    >>> in_chinese("无法写入 a.csv（No such file or directory）；请检查文件夹和权限")
    '无法写入 a.csv（文件或文件夹不存在）；请检查文件夹和权限'
    """
    for number, words in ZH_SYSTEM.items():
        said = os.strerror(number)
        if not said.startswith("Unknown"):  # to that system
            reason = reason.replace(said, words)
    return reason
