// Trains a model like the bundled one from generated samples alone: first the base network, then
// the refiner on top of it. Stopped and started again, it goes on where it was. Curves, validation
// pictures, checkpoints and the model cards lie in FOLDER/base and FOLDER/refine; the model is
// FOLDER/refine/best.safetensors, for Models... (import=).
//
// Argument: FOLDER or FOLDER;BASE_STEPS;REFINE_STEPS or FOLDER;BASE_STEPS;REFINE_STEPS;SETTINGS
//   FOLDER        where the two run folders go
//   BASE_STEPS    steps of the base network, REFINE_STEPS of the refiner
//   SETTINGS      further keys of Train Model... for both: device=cuda:0
//
//   samples/run-macro.sh samples/macros/train-default.ijm "runs"

arguments = split(getArgument(), ";");
if (arguments.length != 1 && arguments.length != 3 && arguments.length != 4)
	exit("Argument is \"" + getArgument()
		+ "\", expected FOLDER, FOLDER;BASE_STEPS;REFINE_STEPS or ...;SETTINGS");
folder = absolute(arguments[0]);
baseSteps = "6000";
refineSteps = "2000";
if (arguments.length > 1) {
	baseSteps = arguments[1];
	refineSteps = arguments[2];
}
settings = "";
if (arguments.length == 4)
	settings = " " + arguments[3];

setBatchMode(true);
run("Train Model...", "stage=base run_folder=[" + folder + "/base] steps=" + baseSteps + settings);
run("Train Model...", "stage=refine start=[" + folder + "/base/best.safetensors]"
	+ " run_folder=[" + folder + "/refine] steps=" + refineSteps + settings);
print(folder + "/refine/best.safetensors");

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
