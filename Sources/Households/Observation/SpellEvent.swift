/// What a household waits for, and for how many quarters is recorded.
public enum SpellEvent: String, CaseIterable, Sendable {
  /// The first quarter out of dependency, among those not out at the start; from the start.
  case exit
  /// The fourth successive quarter out, among those not durably out at the start; from the start.
  case durableExit = "durable_exit"
  /// The first quarter back in dependency, among those that have made an exit since the start; from that exit.
  case relapse
}
