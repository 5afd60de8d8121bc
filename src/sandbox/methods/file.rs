//! Files in calls: uploaded, attached by name, or known by their id.

use crate::sandbox::error::ApiError;
use crate::sandbox::files::StoredFile;
use crate::sandbox::message::MediaKind;
use crate::sandbox::params::{Params, Upload};
use crate::sandbox::picture;
use crate::sandbox::state::State;

/// The id of the file in a field; a new file is kept under a new id.
pub(super) fn take(state: &mut State, params: &Params, field: &str, kind: MediaKind) -> Result<String, ApiError> {
    let duration = params.integer("duration").and_then(|seconds| u64::try_from(seconds).ok());
    if let Some(upload) = params.upload(field) {
        return keep(state, upload, kind, duration);
    }
    let reference = params.text_or_empty(field);
    if let Some(name) = reference.strip_prefix("attach://") {
        let missing = || ApiError::bad(format!("can't find uploaded file \"{name}\""));
        return keep(state, params.upload(name).ok_or_else(missing)?, kind, duration);
    }
    if reference.is_empty() {
        return Err(ApiError::bad(format!("there is no {} in the request", kind.field().replace('_', " "))));
    }
    if reference.starts_with("http://") || reference.starts_with("https://") {
        // There is no network here; the real service says the same of an address it cannot reach.
        return Err(ApiError::bad("failed to get HTTP URL content"));
    }
    if state.files.get(&reference).is_none() {
        return Err(ApiError::bad("wrong file identifier/HTTP URL specified"));
    }
    Ok(reference)
}

fn keep(state: &mut State, upload: &Upload, kind: MediaKind, duration: Option<u64>) -> Result<String, ApiError> {
    if upload.bytes.is_empty() {
        return Err(ApiError::bad("file must be non-empty"));
    }
    if kind == MediaKind::Photo {
        picture::check(&upload.bytes)?;
    }
    Ok(state.files.keep(StoredFile {
        name: upload.name.clone(),
        mime_type: upload.mime_type.clone(),
        bytes: upload.bytes.to_vec(),
        duration: duration.unwrap_or(0),
    }))
}
