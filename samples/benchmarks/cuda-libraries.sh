# Sourced: lets the loader find the CUDA libraries of a Python's packages, where there are any, and
# sets cuda_version to 13 if only those of CUDA 13 are there, else to 12.
python_cuda=$(python3 - 2> /dev/null << 'END' || true
import pathlib, nvidia
print(":".join(str(lib) for root in nvidia.__path__ for lib in pathlib.Path(root).glob("*/lib")))
END
)
if [ -n "$python_cuda" ]; then
  export LD_LIBRARY_PATH="${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$python_cuda"
fi

has_library() {
  ldconfig -p 2> /dev/null | grep -q "$1" && return
  for folder in $(echo "${LD_LIBRARY_PATH:-}" | tr ':' ' '); do
    [ ! -e "$folder/$1" ] || return 0
  done
  return 1
}

cuda_version=12
if has_library libcudart.so.13 && ! has_library libcudart.so.12; then
  cuda_version=13
fi
