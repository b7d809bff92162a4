// Measures a model on cut-out subjects laid over photographs, with plates as a tripod gives them:
// shifted by up to a pixel, noisy, exposed a little otherwise, half with a shadow. The network alone with
// and without its refiner, what Matte Stack... makes of it by default, and a cleaned difference key.
//
// Argument: SUBJECTS;BACKGROUNDS;RESULTS;SIZE;SMALLEST;LARGEST or ...;LARGEST;MODEL
//   SUBJECTS     a folder with the folders fgr and pha, pictures of the same names
//   BACKGROUNDS  a folder of photographs without a subject
//   RESULTS      where images.csv, summary.csv and contact-sheet.png go
//   SIZE         of the composites: 1920x1080
//   SMALLEST     size of a subject against the frame, and LARGEST: 0.6 and 1.1
//   MODEL        a name of Models... or a file of weights; left out, the bundled one
//
//   samples/run-macro.sh samples/macros/evaluate-subjects.ijm "cutouts;photos;results;800x800;0.8;1.3"

arguments = split(getArgument(), ";");
if (arguments.length != 6 && arguments.length != 7)
	exit("Argument is \"" + getArgument()
		+ "\", expected SUBJECTS;BACKGROUNDS;RESULTS;SIZE;SMALLEST;LARGEST and perhaps ;MODEL");
model = "";
if (arguments.length == 7)
	model = " model=[" + arguments[6] + "]";

setBatchMode(true);
run("Evaluate Matting...", "data=[" + absolute(arguments[0]) + "] backgrounds=["
	+ absolute(arguments[1]) + "] output=[" + absolute(arguments[2]) + "] size=" + arguments[3]
	+ " smallest=" + arguments[4] + " largest=" + arguments[5] + model
	+ " detail=network nuisances coarse defaults baseline");

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
