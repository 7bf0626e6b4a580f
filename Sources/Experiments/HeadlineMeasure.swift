/// The measures that a reader sees first, by their names in outputs.
public enum HeadlineMeasure: String, CaseIterable, Sendable {
  case headcountRatio = "headcount_ratio"
  case povertyGap = "poverty_gap"
  case outOfDependency = "out_of_dependency"
  case durableExits = "durable_exits"
  case organised
  case unmetNeed = "unmet_need"
  case servedTwice = "served_twice"
}
