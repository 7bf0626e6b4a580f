# Tidies a page of `swift package generate-manual`: its name has a hyphen, as `man untrap run` looks for it, empty lines
# become paragraphs, indented lines are set as they are, and each sentence has a line of its own.
function leave() { if (isLiteral) print ".Ed"; isLiteral = 0 }
/^\.Nm "/ && !command { command = $0; gsub(/untrap /, "untrap-") }
/^\.Nm$/ && command { $0 = command }
/^\.(Xr|Dt) / { gsub(/untrap\./, "untrap-"); gsub(/UNTRAP\./, "UNTRAP-") }
/^\.Nd / { sub(/\."$/, "\"") }
/^$/ { leave(); isPending = 1; next }
/^  / {
  if (!isLiteral) print ".Bd -literal -offset indent"
  isLiteral = 1; isPending = 0
  print substr($0, 3); next
}
{
  leave()
  if (isPending && !/^\.(Bl|Sh)/) print ".Pp"
  isPending = 0
  if (!/^\./) gsub(/\. +/, ".\n")
  print
}
END { leave() }
