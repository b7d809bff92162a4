// Mattes every TIFF stack of a folder with one model that is loaded once, saves the alphas, and
// writes a table of how much of each frame the subject covers.
//
// Argument: INPUT;BACKGROUND;OUTPUT
//   INPUT       a folder with TIFF stacks
//   BACKGROUND  a picture of the scene without its subject, or the word median for each stack's own
//   OUTPUT      where the alphas go, and coverage.csv
//
//   samples/run-macro.sh samples/macros/many-stacks.ijm "dishes;median;results"

arguments = split(getArgument(), ";");
if (arguments.length != 3)
	exit("Argument is \"" + getArgument() + "\", expected INPUT;BACKGROUND;OUTPUT");
input = absolute(arguments[0]);
if (!File.isDirectory(input))
	exit("There is no folder " + input);
background = arguments[1];
if (background != "median")
	background = absolute(background);
output = absolute(arguments[2]);
File.makeDirectory(output);

setBatchMode(true);
run("Cleanplate Macro Extensions");
Ext.Cleanplate_open("", "auto");
Ext.Cleanplate_device(device);
print("Matting on " + device);
table = "stack,frame,coverage\n";
files = getFileList(input);
for (i = 0; i < files.length; i++) {
	path = input + "/" + files[i];
	if (!matches(toLowerCase(files[i]), ".*\\.tiff?") || path == background)
		continue;
	Ext.Cleanplate_matte(path, background, "alpha");
	Ext.Cleanplate_frames(frames);
	for (frame = 1; frame <= frames; frame++) {
		Ext.Cleanplate_frameCoverage(frame, share);
		table = table + files[i] + "," + frame + "," + d2s(share, 5) + "\n";
	}
	saveAs("Tiff", output + "/" + File.getNameWithoutExtension(files[i]) + "-alpha.tif");
	close();
}
Ext.Cleanplate_close();
File.saveString(table, output + "/coverage.csv");
print(output + "/coverage.csv");

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
