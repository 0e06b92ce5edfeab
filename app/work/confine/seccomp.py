"""Seccomp: a Linux process gives up system calls for good: no sockets, no other program, no touch on others.

The numbers come from the kernel's tables (`asm/unistd_64.h` for x86-64, `asm-generic/unistd.h` for ARM 64).
An allow-list would be safer still, but the libraries that decode and compute use other calls with every
version; what files can be touched is landlock's part, not this one's.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
from dataclasses import dataclass

from app.work.vision import Part

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_MODE_FILTER = 2

# classic BPF: load a word of the call's description, compare, return
_LOAD = 0x20
_EQUAL = 0x15
_AT_LEAST = 0x35
_HAS_BITS = 0x45
_RETURN = 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16

_ALLOW = 0x7FFF0000
_KILL = 0x80000000
_REFUSE = 0x00050000  # plus the error number that the caller sees

_OTHER_CALLING_CONVENTION = 0x40000000  # x32: the same calls under other numbers
_CLONE_THREAD = 0x00010000
_CLONE_NEW = 0x7E020080  # every kind of namespace

_NETWORK = {  # name: x86-64, ARM 64
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "io_uring_setup": (425, 425),  # does all of these without calling them
}
_OTHERS = {
    "execve": (59, 221),
    "execveat": (322, 281),
    "fork": (57, None),
    "vfork": (58, None),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "kill": (62, 129),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "shmget": (29, 194),
    "mq_open": (240, 180),
    # landlock does not hold these
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "utimensat": (280, 88),
    "futimesat": (261, None),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
}

_STARTING = frozenset({"execve", "fork", "vfork"})
_LISTENING = frozenset({"socket", "bind"})
_AF_NETLINK = 16  # sys/socket.h: talks to the kernel alone


@dataclass(frozen=True, slots=True)
class _Machine:
    """One processor family: its column in the tables, its name for the kernel, and calls looked into."""

    column: int
    architecture: int
    clone: int
    clone3: int
    tgkill: int
    prlimit: int

    @property
    def socket(self) -> int:
        return _NETWORK["socket"][self.column]


_MACHINES = {
    "x86_64": _Machine(0, 0xC000003E, clone=56, clone3=435, tgkill=234, prlimit=302),
    "aarch64": _Machine(1, 0xC00000B7, clone=220, clone3=435, tgkill=131, prlimit=261),
}


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("filter", ctypes.POINTER(_Instruction)))


def restrict(network: str, programs: str) -> tuple[Part, Part]:
    """Give up the calls in this thread and those it starts; the two parts bear the given names."""
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return _both(network, programs, False, "unknown processor")
    return _both(network, programs, *_put_up(_filter(machine, without=frozenset())))


def restrict_but_programs(network: str) -> Part:
    """Give up the same calls but those that start a program, which stands behind this wall too."""
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return Part(network, works=False, detail="unknown processor")
    return Part(network, *_put_up(_filter(machine, without=_STARTING)))


def restrict_but_cables(network: str, programs: str) -> tuple[Part, Part]:
    """Give up the same calls, but let the kernel tell what is plugged in, which it does by a kind of socket."""
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return _both(network, programs, False, "unknown processor")
    return _both(network, programs, *_put_up(_filter(machine, without=_LISTENING)))


def _put_up(steps: list[_Instruction]) -> tuple[bool, str]:
    """Whether the filter stands now, and by what or why not."""
    array = (_Instruction * len(steps))(*steps)
    program = _Program(len(steps), array)
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) != 0:
        return False, f"errno {ctypes.get_errno()}"
    return True, "seccomp"


def _both(network: str, programs: str, works: bool, detail: str) -> tuple[Part, Part]:  # noqa: FBT001
    return Part(network, works, detail), Part(programs, works, detail)


def _filter(machine: _Machine, *, without: frozenset[str]) -> list[_Instruction]:
    """The program that the kernel runs before each call of this process; it lets the calls `without` be."""
    refuse = _REFUSE | errno.EPERM
    steps = [
        _Instruction(_LOAD, 0, 0, _ARCHITECTURE),
        _Instruction(_EQUAL, 1, 0, machine.architecture),
        _Instruction(_RETURN, 0, 0, _KILL),
        _Instruction(_LOAD, 0, 0, _NUMBER),
        _Instruction(_AT_LEAST, 0, 1, _OTHER_CALLING_CONVENTION),
        _Instruction(_RETURN, 0, 0, refuse),
    ]
    for name, row in (_NETWORK | _OTHERS).items():
        number = row[machine.column]
        if number is not None and name not in without:
            steps += [_Instruction(_EQUAL, 0, 1, number), _Instruction(_RETURN, 0, 0, refuse)]
    # "no such call" makes the C library fall back to clone, whose flags can be looked at
    steps += [
        _Instruction(_EQUAL, 0, 1, machine.clone3),
        _Instruction(_RETURN, 0, 0, _REFUSE | errno.ENOSYS),
    ]
    threads_alone = _Instruction(_HAS_BITS, 1, 0, _CLONE_THREAD)
    no_namespace = _Instruction(_HAS_BITS, 0, 1, _CLONE_NEW)
    steps += _only_if(machine.clone, no_namespace if "fork" in without else threads_alone)
    if "socket" in without:
        steps += _only_if(machine.socket, _Instruction(_EQUAL, 1, 0, _AF_NETLINK))
    # abort() signals the process itself; limits may be asked and set for the process itself
    steps += _only_if(machine.tgkill, _Instruction(_EQUAL, 1, 0, os.getpid()))
    steps += _only_if(machine.prlimit, _Instruction(_EQUAL, 1, 0, 0))
    steps.append(_Instruction(_RETURN, 0, 0, _ALLOW))
    return steps


def _only_if(number: int, test: _Instruction) -> list[_Instruction]:
    """Call `number` is allowed only where `test` of its first argument jumps over one instruction."""
    return [
        _Instruction(_EQUAL, 0, 4, number),
        _Instruction(_LOAD, 0, 0, _FIRST_ARGUMENT),
        test,
        _Instruction(_RETURN, 0, 0, _REFUSE | errno.EPERM),
        _Instruction(_RETURN, 0, 0, _ALLOW),
    ]
