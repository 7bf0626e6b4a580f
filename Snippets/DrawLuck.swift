// The luck of a household in a quarter, by name and not by order.

import Randomness

let luck = RandomStream(seed: 2019, replication: 3)
let purpose = Purpose(label: "a lottery of my own")

let now = luck.draw(entity: 17, quarter: 8, purpose: purpose)
print("a number from 0 to 1:", now.uniform0)
print("a standard normal number:", now.normal1)

// snippet.hide
precondition(now.uniform0 > 0 && now.uniform0 < 1)
// snippet.show

// Whatever is drawn in between: the same answer.
_ = luck.draw(entity: 18, quarter: 8, purpose: purpose)
let again = luck.draw(entity: 17, quarter: 8, purpose: purpose)
precondition(again == now)
