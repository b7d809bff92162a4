// Mattes every video of a folder into alpha and foreground videos. A video that fails does not stop
// the others; batch-summary.csv says what came of each, and the macro then ends with an error. Run
// again, it does only what is not whole yet.
//
// Argument: INPUT;OUTPUT or INPUT;OUTPUT;BACKGROUND
//   INPUT       a folder with videos
//   OUTPUT      where the results go
//   BACKGROUND  a picture of the scene without its subject for all of them, or a rule such as
//               {name}-plate.png for one beside each; left out, each video's own median
//
//   samples/run-macro.sh samples/macros/batch-videos.ijm "recordings;mattes"

arguments = split(getArgument(), ";");
if (arguments.length < 2 || arguments.length > 3)
	exit("Argument is \"" + getArgument() + "\", expected INPUT;OUTPUT or INPUT;OUTPUT;BACKGROUND");
background = "median";
if (arguments.length == 3)
	background = arguments[2];
if (!startsWith(background, "{") && background != "median")
	background = absolute(background);

run("Batch Matte...", "folder=[" + absolute(arguments[0]) + "] include=*.{mp4,mov,mkv,webm,avi}"
	+ " background=[" + background + "] output=[" + absolute(arguments[1]) + "] preset=mp4"
	+ " alpha foreground");

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
