//! Everything that is kept goes from one database to another.

use std::path::PathBuf;

use secrecy::{ExposeSecret as _, SecretString};

use super::StartError;
use crate::adapters::database::{Database, MovedTable};
use crate::config::Config;

/// Where a database is.
#[derive(Clone, Debug)]
pub enum Place {
    /// SQLite, in this folder.
    Folder(PathBuf),
    /// PostgreSQL, at this address.
    Server(SecretString),
}

impl Place {
    /// The place that somebody named; as `LOKET_DATA` or `DATABASE_URL` that of the settings, so that no password needs to
    /// stand in a command. When it can't be used: why, in a sentence.
    pub fn named(name: &str, config: &Config) -> Result<Self, String> {
        match name {
            "LOKET_DATA" => Ok(Self::Folder(config.data.clone())),
            "DATABASE_URL" => {
                let missing = || "DATABASE_URL is not set: write postgres://user:password@host/name".to_owned();
                config.database_url.clone().map(Self::Server).ok_or_else(missing)
            }
            name if name.starts_with("postgres://") || name.starts_with("postgresql://") => {
                Ok(Self::Server(name.into()))
            }
            name => match name.strip_prefix("sqlite:").unwrap_or(name) {
                "" => Err("name a data folder, or an address such as postgres://user:password@host/name".to_owned()),
                folder => Ok(Self::Folder(folder.into())),
            },
        }
    }

    async fn open(&self) -> Result<Database, StartError> {
        Ok(match self {
            Self::Folder(folder) => Database::in_folder(folder).await?,
            Self::Server(address) => Database::at_server(address.expose_secret()).await?,
        })
    }
}

/// Moves everything; says what, table by table.
pub async fn move_everything(from: &Place, to: &Place) -> Result<Vec<MovedTable>, StartError> {
    if let Place::Folder(folder) = from
        && !Database::is_in(folder)
    {
        return Err(StartError::NothingThere(folder.display().to_string()));
    }
    let (source, target) = (from.open().await?, to.open().await?);
    let moved = source.move_to(&target).await;
    source.close().await;
    target.close().await;
    Ok(moved?)
}
