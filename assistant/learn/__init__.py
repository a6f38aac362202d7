"""Train the learned parts: `python -m assistant.learn --help`. Not needed to use the program.

1. The projection of token vectors (index/late.safetensors): late interaction over a frozen model,
   softmax over the sentences of the passages found, those that hold the answer being right.
2. The ranker of sentences (LambdaMART over the features of assistant.sentences.evidence).
3. Whether the best sentence answers at all: each question as it is, once more without its document
   in the index, once without the sentences that hold the answer, and once with a noun replaced;
   questions that their document does not answer; and those on one source asked of the other.

policy.jsonl beside this file has questions of our own on government work reports, many of them in
everyday words, with the places of the answers; the texts themselves are not part of the project.

4. The cross-encoder (index/cross.safetensors), by `python -m assistant.learn.cross`: from the best
   sentences that all of this finds for a question. The folders in written/ hold documents and
   questions made for it; the two files beside them ask of the reports and the default document.

Everything is checked on documents it was not trained on: folds are by document, and the ranker
sees projections that were trained without the document at hand.
"""
