// Measures kernels and whole quarters in turns and prints nanoseconds for each household or row, and ratios within this run.
// Usage: benchmarks [households] [quarters] [rounds]

let arguments = CommandLine.arguments.dropFirst().compactMap(Int.init)
let households = arguments.first ?? 200_000
let quarters = arguments.dropFirst().first ?? 20
let rounds = arguments.dropFirst(2).first ?? 9

func line(_ time: Contest.Time, comparedWith first: Contest.Time) -> String {
  func pad(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
  func rounded(_ value: Double) -> String { String((value * 100).rounded() / 100) }
  let name = time.name + String(repeating: " ", count: max(0, 42 - time.name.count))
  return name + pad(rounded(time.least), 10) + pad(rounded(time.median), 10)
    + pad(rounded(time.median / first.median), 10)
}

for entries in [
  kernelEntries(), tableEntries(), try runEntries(households: households, quarters: quarters),
  try institutionEntries(households: households, quarters: quarters),
] {
  let times = Contest(entries: entries).run(rounds: rounds)
  print("ns per household or row                        least    median     ratio")
  for time in times { print(line(time, comparedWith: times[0])) }
}
