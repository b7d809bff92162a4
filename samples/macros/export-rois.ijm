// Outlines each part of the subject in each frame and exports the outlines for the ROI Manager, with
// a picture in which every part has a number.
//
// Argument: STACK;BACKGROUND;FOLDER
//   STACK       an image file that ImageJ opens
//   BACKGROUND  a picture of the scene without its subject, or the word median
//   FOLDER      where NAME-rois.zip and NAME-labels.tif go
//
//   samples/run-macro.sh samples/macros/export-rois.ijm "cells.tif;median;results"

arguments = split(getArgument(), ";");
if (arguments.length != 3)
	exit("Argument is \"" + getArgument() + "\", expected STACK;BACKGROUND;FOLDER");
stack = existing(arguments[0]);
background = arguments[1];
if (background != "median")
	background = existing(background);
folder = absolute(arguments[2]);

setBatchMode(true);
run("Matte Stack...", "source=[" + stack + "] background=[" + background + "] rois labels"
	+ " mask_threshold=0.5 min_area=50 save=[" + folder + "] format=stack");
print("Outlines and labels in " + folder);

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
