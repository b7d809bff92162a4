// Exports the subject of an image stack as transparent PNGs for a compositing program: one file a
// frame, the foreground's own colour with alpha beside it.
//
// Argument: STACK;BACKGROUND;FOLDER
//   STACK       an image file that ImageJ opens
//   BACKGROUND  a picture of the scene without its subject, or the word median
//   FOLDER      where the pictures go
//
//   samples/run-macro.sh samples/macros/export-foreground.ijm "cells.tif;plate.png;layers"

arguments = split(getArgument(), ";");
if (arguments.length != 3)
	exit("Argument is \"" + getArgument() + "\", expected STACK;BACKGROUND;FOLDER");
stack = existing(arguments[0]);
background = arguments[1];
if (background != "median")
	background = existing(background);
folder = absolute(arguments[2]);
File.makeDirectory(folder);

setBatchMode(true);
open(stack);
run("Matte Stack...", "source=[" + getTitle() + "] background=[" + background + "]"
	+ " cutout save=[" + folder + "] format=png bits=8");
print("Cut-outs in " + folder);

function existing(path) {
	path = absolute(path);
	if (!File.exists(path))
		exit("There is no file " + path);
	return path;
}

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
