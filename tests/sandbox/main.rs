//! The stand-in for the Bot API, told in stories over real HTTP.

#[cfg(test)]
mod bot;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod formatting;
#[cfg(test)]
mod forum;
#[cfg(test)]
mod messages;
#[cfg(test)]
mod page;
#[cfg(test)]
mod people;
#[cfg(test)]
mod scenes;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod troubles;
#[cfg(test)]
mod updates;
