/** What was asked for does not exist, or cannot be done from here. Its message is the sentence that whoever asked is told. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
