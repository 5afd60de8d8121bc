//! Tells cargo that the knowledge is part of the program: the macro that builds the folder in sees changes to files
//! it knows, but not a file that is new.

fn main() {
    println!("cargo:rerun-if-changed=knowledge");
}
