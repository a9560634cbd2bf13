//! What is told of files in many places: times, sizes, attributes.

use super::*;
use crate::application::smb::common::file_time;

/// Attributes of a file, [MS-FSCC] section 2.6.
pub(super) fn attributes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [
        FILE_ATTRIBUTE_READ_ONLY,
        FILE_ATTRIBUTE_HIDDEN,
        FILE_ATTRIBUTE_SYSTEM,
        FILE_ATTRIBUTE_DIRECTORY,
        FILE_ATTRIBUTE_ARCHIVE,
        FILE_ATTRIBUTE_NORMAL,
        FILE_ATTRIBUTE_TEMPORARY,
        FILE_ATTRIBUTE_SPARSE,
        FILE_ATTRIBUTE_REPARSE,
        FILE_ATTRIBUTE_COMPRESSED,
        FILE_ATTRIBUTE_OFFLINE,
        FILE_ATTRIBUTE_NOT_CONTENT_INDEXED,
        FILE_ATTRIBUTE_ENCRYPTED,
        FILE_ATTRIBUTE_INTEGRITY_STREAM,
        FILE_ATTRIBUTE_NO_SCRUB_DATA,
    ];
    cx.flags_le(FILE_ATTRIBUTE, c, 4, &bits).map(|_| ())
}

/// When a file was created, read, written and changed.
pub(super) fn times<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    for field in [CREATE_TIME, LAST_ACCESS_TIME, LAST_WRITE_TIME, LAST_CHANGE_TIME] {
        file_time(cx, field, c)?;
    }
    Ok(())
}

/// The room that a file takes, and how long it is.
pub(super) fn sizes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u64_le(ALLOCATION_SIZE, c)?;
    cx.u64_le(EOF, c).map(|_| ())
}
