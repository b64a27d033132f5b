;; Names that would colour, clear, ring, turn round or forge lines: ESC, CSI in one byte, BEL, RLO, newline.
(module
  (import "env\1b]0;owned\07" "\1b[2Jcleared" (func))
  (func (export "\1b[31mred") (unreachable))
  (func (export "\c2\9b31mred"))
  (func (export "\e2\80\aetxt.exe"))
  (func (export "two\nlines\npolyplug: all is well"))
  (func (export "a \"quoted\" \\ name")))
