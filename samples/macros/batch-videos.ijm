// Mattes every video of a folder into alpha and foreground videos. A video that fails does not stop
// the others; a summary at the end says which did, and the macro then ends with an error.
//
// Argument: INPUT;OUTPUT or INPUT;OUTPUT;BACKGROUND
//   INPUT       a folder with videos
//   OUTPUT      where the results go
//   BACKGROUND  a picture of the scene without its subject; left out, each video's own median
//
//   samples/run-macro.sh samples/macros/batch-videos.ijm "recordings;mattes"

arguments = split(getArgument(), ";");
if (arguments.length < 2 || arguments.length > 3)
	exit("Argument is \"" + getArgument() + "\", expected INPUT;OUTPUT or INPUT;OUTPUT;BACKGROUND");
input = absolute(arguments[0]);
if (!File.isDirectory(input))
	exit("There is no folder " + input);
output = absolute(arguments[1]);
File.makeDirectory(output);
background = "median";
if (arguments.length == 3)
	background = absolute(arguments[2]);

setBatchMode(true);
done = 0;
failed = "";
files = getFileList(input);
for (i = 0; i < files.length; i++) {
	if (!matches(toLowerCase(files[i]), ".*\\.(mp4|mov|mkv|webm|avi|m4v|mpg|mpeg)"))
		continue;
	options = "video=[" + input + "/" + files[i] + "] background=[" + background + "]"
		+ " output=[" + output + "] preset=mp4 alpha foreground";
	// An error ends the inner macro only: then it does not return "matted".
	if (eval("run(\"Matte Video...\", " + quoted(options) + "); return \"matted\";") == "matted") {
		done++;
		print(files[i] + ": matted");
	} else {
		failed = failed + "\n" + files[i];
		print(files[i] + ": FAILED");
	}
}
if (done == 0 && failed == "")
	exit("There is no video in " + input);
print("" + done + " matted into " + output);
if (failed != "")
	exit("These videos could not be matted:" + failed);

function quoted(text) {
	return "\"" + replace(replace(text, "\\", "\\\\"), "\"", "\\\"") + "\"";
}

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
