// Trains the bundled default model as it was trained, on generated samples alone: first the base
// network, then the refiner on top of it. Stopped and started again, it goes on where it was. Curves, validation
// pictures, checkpoints and the model cards lie in FOLDER/base and FOLDER/refine; the model is
// FOLDER/refine/best.safetensors, for Models... (import=).
//
// Argument: PLANS;FOLDER or PLANS;FOLDER;SETTINGS
//   PLANS     the folder of default-base.properties and default-refine.properties
//   FOLDER    where the two run folders go
//   SETTINGS  keys of Train Model... that stand above both plans: device=cuda:0
//
//   samples/run-macro.sh samples/macros/train-default.ijm "samples/training;runs"

arguments = split(getArgument(), ";");
if (arguments.length != 2 && arguments.length != 3)
	exit("Argument is \"" + getArgument() + "\", expected PLANS;FOLDER or PLANS;FOLDER;SETTINGS");
plans = absolute(arguments[0]);
folder = absolute(arguments[1]);
settings = "";
if (arguments.length == 3)
	settings = " " + arguments[2];

setBatchMode(true);
run("Train Model...", "plan=[" + plans + "/default-base.properties]"
	+ " run_folder=[" + folder + "/base]" + settings);
run("Train Model...", "plan=[" + plans + "/default-refine.properties]"
	+ " start=[" + folder + "/base/best.safetensors] run_folder=[" + folder + "/refine]" + settings);
print(folder + "/refine/best.safetensors");

function absolute(path) {
	if (startsWith(path, "/") || matches(path, "[A-Za-z]:.*"))
		return path;
	return getDir("cwd") + path;
}
