// Mattes each channel of a hyperstack by itself: every channel and every depth is a series in time
// with a background of its own, the median. The alpha has the same channels, slices and frames.
//
// Argument: HYPERSTACK;FOLDER
//   HYPERSTACK  an image file that ImageJ opens
//   FOLDER      where NAME-alpha.tif goes
//
//   samples/run-macro.sh samples/macros/hyperstack-channels.ijm "two-dyes.tif;results"

arguments = split(getArgument(), ";");
if (arguments.length != 2)
	exit("Argument is \"" + getArgument() + "\", expected HYPERSTACK;FOLDER");
hyperstack = existing(arguments[0]);
folder = absolute(arguments[1]);
File.makeDirectory(folder);

setBatchMode(true);
open(hyperstack);
run("Matte Stack...", "background=median channels=each time=t alpha");
Stack.getDimensions(width, height, channels, slices, frames);
file = folder + "/" + getTitle() + ".tif";
saveAs("Tiff", file);
print(file + ": " + channels + " channels, " + slices + " slices, " + frames + " frames");

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
