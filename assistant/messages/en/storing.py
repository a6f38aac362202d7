"""The words of the room where documents are kept, in English."""

from __future__ import annotations

from assistant.messages.storing_fields import Storing

EN_STORING = Storing(
    heading="Documents {count}",
    states={
        "indexed": "indexed",
        "failed": "could not be read",
        "changed": "changed, not yet updated",
        "new": "not yet indexed",
        "gone": "file is gone, not yet updated",
    },
    left_out="Not used for answers, as files of their kind are not read ({count}): {names}",
    mend=(
        "Files that could not be read, and so are not used for answers: {count}. Put each right as "
        "its reason says and choose “Update index”, or delete it."
    ),
    remove_sure=(
        "Delete {path}? The file is moved to {folder}, where it can be found again; the index is "
        "updated at once."
    ),
    add="Add documents",
    add_help=(
        "Choose them here, or drop files on this page; the index is updated at once. "
        "{endings}, each up to {limit} MB."
    ),
    kept_in="Files are kept in {folder}",
    sending="Uploading…",
    taken={
        "added": "{name}: stored in the folder",
        "second": "{name}: another file has this name; kept as {path}",
        "renamed": "{name}: this cannot be a file's name; kept as {path}",
        "same": "{name}: not added, its content is that of {path}",
        "unsupported": "{name}: not added, files of this kind cannot be read; save as {endings}",
        "too_large": "{name}: not added, larger than {limit} MB",
        "not_sent": "{name}: not added, the upload failed; please retry",
    },
    many="{n} files stored in the folder",
    which=". Which is meant? The index is updated once you choose.",
    replace="Replace the old file",
    keep_both="Keep both",
    replaced="{path}: now the new file; the old one is {moved}",
    removed="{path} was deleted; the file is now {moved}",
    not_there="The file is no longer there: {path}",
    last_one=(
        "{path} was not deleted: an index holds at least one document. Add another one "
        "first, and wait until the index is updated"
    ),
    failed="That did not work: {reason}",
    wait="The index is being updated; please wait until it is done, or cancel that first",
    read_only=(
        "Read only: this page was not opened under an address of this machine. To add or delete "
        "documents or to update the index, open http://127.0.0.1 on the computer that runs Youju, "
        "started with --host 127.0.0.1."
    ),
    no_folder=(
        "The index was made from single files, so there is no folder to keep new documents in; "
        "run youju index FOLDER"
    ),
    waiting="Files that differ from the index: {count}; update it to use them",
    up_to_date="The index is up to date",
    update="Update index",
    rebuild="Rebuild all",
    rebuild_sure=(
        "Compute everything anew? With many documents that takes long; an update computes only "
        "what has changed. The old index goes on answering."
    ),
    rebuild_yes="Yes, rebuild",
    cancelling="Cancelling…",
    step="Step {n} of {of}: {stage}",
    stages={
        "read": "reading files",
        "split": "splitting documents",
        "annotate": "making the register",
        "embed": "computing vectors",
        "finish": "writing and checking",
    },
    of_documents="{done} of {total} documents",
    of_chunks="{done} of {total} chunks",
    rate="{rate} chunks a second",
    seconds_left="about {count} s left of this step",
    minutes_left="about {count} min left of this step",
    still_answers="The old index goes on answering",
    changes={
        "new": "documents added: {count}",
        "changed": "documents updated: {count}",
        "moved": "documents moved: {count}",
        "deleted": "documents deleted: {count}",
    },
    also=", ",
    no_changes="no document has changed",
    done="Index updated: {changes}; documents now: {documents}",
    cancelled="Cancelled; the index is as it was",
    busy="Another program is updating this index; please try again when it is done",
)
