// Estimates the background of a recording, and says whether something that hardly ever moves has
// become part of it. The ghost map shows where: 0 is certain, 1 is in doubt.
//
// Argument: SOURCE;FOLDER
//   SOURCE  a video, a folder of pictures, or an image file that ImageJ opens
//   FOLDER  where NAME-background.tif and NAME-ghosts.tif go
//
//   samples/run-macro.sh samples/macros/estimate-background.ijm "arena.mp4;results"

arguments = split(getArgument(), ";");
if (arguments.length != 2)
	exit("Argument is \"" + getArgument() + "\", expected SOURCE;FOLDER");
source = existing(arguments[0]);
folder = absolute(arguments[1]);
File.makeDirectory(folder);

setBatchMode(true);
key = "source";
if (File.isDirectory(source) || matches(toLowerCase(source), ".*\\.(mp4|mov|mkv|webm|avi)"))
	key = "video";
run("Estimate Background...", key + "=[" + source + "] frames=150 ghosts");
place = Property.get("cleanplate.ghost.place");
name = File.getNameWithoutExtension(source);
saveAs("Tiff", folder + "/" + name + "-background.tif");
selectImage(name + "-ghosts");
saveAs("Tiff", folder + "/" + name + "-ghosts.tif");
if (place == "")
	print(name + ": nothing that rests was found in the background");
else
	print(name + ": the background is in doubt at " + place + ", look at " + name + "-ghosts.tif");

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
