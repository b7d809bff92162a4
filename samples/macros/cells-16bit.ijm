// Cells before a flat background in 16 bits: alpha and the cells' own light, free of the background,
// both at full depth. What counts as black and white is the range of the whole stack, the same for
// every slice.
//
// Argument: STACK;BACKGROUND;FOLDER
//   STACK       a 16-bit stack
//   BACKGROUND  a 16-bit picture of the field without cells, or the word median
//   FOLDER      where NAME-alpha.tif and NAME-foreground.tif go
//
//   samples/run-macro.sh samples/macros/cells-16bit.ijm "cells.tif;median;results"

arguments = split(getArgument(), ";");
if (arguments.length != 3)
	exit("Argument is \"" + getArgument() + "\", expected STACK;BACKGROUND;FOLDER");
stack = existing(arguments[0]);
background = arguments[1];
if (background != "median")
	background = existing(background);
folder = absolute(arguments[2]);

setBatchMode(true);
open(stack);
if (bitDepth() != 16)
	exit(getTitle() + " has " + bitDepth() + " bits, expected 16");
Stack.getStatistics(voxels, mean, black, white);
run("Matte Stack...", "background=[" + background + "] black=" + black + " white=" + white
	+ " alpha foreground alpha_depth=16 save=[" + folder + "] format=stack");
print("Black is " + black + ", white is " + white + "; results in " + folder);

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
