internal import Dispatch
internal import Simulation
internal import Synchronization

/// Makes numbered pieces on several threads at once and passes them on one by one, in the order of their numbers.
///
/// A thread takes the next number as soon as it is free. It waits while too many pieces are under way or made and not
/// yet passed on, so that memory does not grow with their number.
struct OrderedPool {
  /// Threads, at least 1.
  let workers: Int

  /// Pieces that may be begun before the first of them is passed on.
  private var limit: Int { 3 * workers }

  /// Makes pieces until all are passed on or no more is wanted, and returns when the last thread is done.
  ///
  /// One is made on any thread, which asks now and then whether it is still wanted, and gives nil if not. The next in
  /// order is taken on any thread, one at a time, which tells whether more is wanted; after an error nothing is passed
  /// on.
  func run<Piece: Sendable>(
    _ numbers: Range<Int>, make: @Sendable (_ number: Int, _ isWanted: () -> Bool) -> Piece?,
    take: @Sendable (Piece) throws -> Bool
  ) throws {
    let state = Mutex(OrderedPieces<Piece>(next: numbers.lowerBound))
    let nextNumber = Atomic<Int>(numbers.lowerBound)
    // Created empty and then filled: libdispatch wants a semaphore to end no lower than it was created.
    let room = DispatchSemaphore(value: 0)
    for _ in 0..<limit { room.signal() }
    WorkerTeam(count: workers).share(workers) { _, _ in
      while true {
        room.wait()
        let number = nextNumber.add(1, ordering: .relaxed).oldValue
        guard number < numbers.upperBound, state.withLock({ !$0.isEnded }) else {
          // Passed on, so that the others that wait learn of the end too.
          room.signal()
          return
        }
        guard let piece = make(number, { state.withLock { !$0.isEnded } }) else { continue }
        state.withLock { $0.add(piece, number: number) }
        while let piece = state.withLock({ $0.takeNext() }) {
          do {
            let isMoreWanted = try take(piece)
            state.withLock { $0.hasTaken(isMoreWanted: isMoreWanted) }
          } catch {
            state.withLock { $0.fail(error) }
          }
          room.signal()
        }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}

extension OrderedPool {
  /// Makes pieces in the order of their numbers: as many at once as occupy all workers to the end, the last few alone.
  ///
  /// Whoever makes one is told whether it is alone.
  /// - Throws: what `take` throws; nothing is passed on after that.
  static func share<Piece: Sendable>(
    _ numbers: Range<Int>, among workers: Int,
    make: @escaping @Sendable (_ number: Int, _ isAlone: Bool, _ isWanted: () -> Bool) -> Piece?,
    take: @escaping (Piece) throws -> Void
  ) throws {
    let together = numbers.prefix(workers > 1 ? numbers.count - numbers.count % workers : 0)
    if !together.isEmpty {
      // The pool calls it on one thread at a time.
      nonisolated(unsafe) let take = take
      try OrderedPool(workers: workers).run(together) { number, isWanted in
        make(number, false, isWanted)
      } take: { (piece: Piece) in
        try take(piece)
        return true
      }
    }
    for number in numbers.dropFirst(together.count) { try make(number, true) { true }.map(take) }
  }
}

/// Pieces that are made and not yet passed on.
private struct OrderedPieces<Piece: Sendable> {
  private var waiting: [Int: Piece] = [:]
  private var next: Int
  /// Whether a thread is passing on a piece; the others leave theirs here for it.
  private var isTaking = false
  private(set) var isEnded = false
  private(set) var failure: (any Error)?

  init(next: Int) { self.next = next }

  mutating func add(_ piece: Piece, number: Int) { waiting[number] = piece }

  /// The piece whose turn it is, if it is there and nobody passes one on already.
  mutating func takeNext() -> Piece? {
    guard !isTaking, !isEnded, let piece = waiting.removeValue(forKey: next) else { return nil }
    isTaking = true
    return piece
  }

  mutating func hasTaken(isMoreWanted: Bool) {
    isTaking = false
    next += 1
    isEnded = !isMoreWanted
  }

  mutating func fail(_ error: any Error) {
    failure = error
    isEnded = true
  }
}
