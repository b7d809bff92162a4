// For checking a matte by eye: the outline of what was found, over the stack itself. The stack is
// saved with the outlines as an overlay (Image>Overlay>Remove takes them off), and flattened.
//
// Argument: STACK;BACKGROUND;FOLDER
//   STACK       an image file that ImageJ opens
//   BACKGROUND  a picture of the scene without its subject, or the word median
//   FOLDER      where NAME-checked.tif and NAME-flat.tif go
//
//   samples/run-macro.sh samples/macros/check-overlay.ijm "cells.tif;median;results"

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
name = File.getNameWithoutExtension(stack);
run("Matte Stack...", "background=[" + background + "] overlay=outline min_area=10");
print(Overlay.size + " outlines in " + nSlices + " slices");
saveAs("Tiff", folder + "/" + name + "-checked.tif");
run("RGB Color");
run("Flatten", "stack");
saveAs("Tiff", folder + "/" + name + "-flat.tif");

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
