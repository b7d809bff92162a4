/*
 * Stands in for an NVIDIA driver and its decoder, libcuda and libnvcuvid in one. Device memory is
 * the host's; a decoded picture is grey, as bright as its number in the order of decoding says:
 * luma is 16 plus three times that. There is one device, 0. UNSUPPORTED in the environment makes it
 * decode no kind of video. When a context is destroyed it tells how many are left.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef unsigned long long Address;

#define STUB(name) int name(void) { return 0; }
#define HOST 1
#define INVALID_DEVICE 101

/* CUDA_MEMCPY2D */
typedef struct {
  size_t fromX, fromY;
  int fromKind;
  const void *fromHost;
  Address fromDevice;
  void *fromArray;
  size_t fromPitch;
  size_t toX, toY;
  int toKind;
  void *toHost;
  Address toDevice;
  void *toArray;
  size_t toPitch;
  size_t width, height;
} Copy;

static int copy(Copy *c) {
  const char *from = c->fromKind == HOST ? c->fromHost : (const char *) c->fromDevice;
  char *to = c->toKind == HOST ? c->toHost : (char *) c->toDevice;
  from += c->fromY * c->fromPitch + c->fromX;
  to += c->toY * c->toPitch + c->toX;
  for (size_t y = 0; y < c->height; y++) {
    memcpy(to + y * c->toPitch, from + y * c->fromPitch, c->width);
  }
  return 0;
}

int cuMemcpy2D_v2(Copy *c) { return copy(c); }
int cuMemcpy2DAsync_v2(Copy *c, void *stream) { return copy(c); }

int cuMemAlloc_v2(Address *address, size_t bytes) {
  *address = (Address) malloc(bytes);
  return 0;
}

int cuMemFree_v2(Address address) {
  free((void *) address);
  return 0;
}

static int contexts = 0;

int cuDeviceGet(int *device, int index) {
  *device = index;
  return index == 0 ? 0 : INVALID_DEVICE;
}

/* Asked for how rows of pixels are to be aligned, in bytes. */
int cuDeviceGetAttribute(int *value, int attribute, int device) {
  *value = 512;
  return 0;
}

int cuCtxCreate_v2(void **context, unsigned flags, int device) {
  *context = &contexts;
  contexts++;
  return 0;
}

int cuCtxDestroy_v2(void *context) {
  contexts--;
  printf("contexts left: %d\n", contexts);
  fflush(stdout);
  return 0;
}

int cuCtxPopCurrent_v2(void **context) {
  if (context) {
    *context = &contexts;
  }
  return 0;
}

int cuGetErrorName(int error, const char **name) {
  *name = "CUDA_ERROR_INVALID_DEVICE";
  return 0;
}

int cuGetErrorString(int error, const char **text) {
  *text = "invalid device ordinal";
  return 0;
}

/* The head of CUVIDDECODECREATEINFO. */
typedef struct {
  unsigned long width, height, surfaces;
  int codec, chroma;
  unsigned long flags, bitDepthMinus8, intraOnly, maxWidth, maxHeight, reserved;
  short display[4];
  int outputFormat, deinterlace;
  unsigned long targetWidth, targetHeight;
} CreateInfo;

/* The head of CUVIDDECODECAPS. */
typedef struct {
  int codec, chroma;
  unsigned bitDepthMinus8, reserved[3];
  unsigned char supported, decoders;
  unsigned short outputFormats;
  unsigned maxWidth, maxHeight, maxMacroblocks;
  unsigned short minWidth, minHeight;
} Capabilities;

typedef struct {
  CreateInfo info;
  int pictures;
  int pictureOfSurface[64];
} Decoder;

int cuvidGetDecoderCaps(Capabilities *caps) {
  caps->supported = getenv("UNSUPPORTED") == NULL;
  caps->outputFormats = 3;
  caps->maxWidth = caps->maxHeight = 8192;
  caps->maxMacroblocks = 262144;
  caps->minWidth = caps->minHeight = 16;
  return 0;
}

int cuvidCreateDecoder(void **decoder, CreateInfo *info) {
  Decoder *created = calloc(1, sizeof(Decoder));
  created->info = *info;
  *decoder = created;
  return 0;
}

int cuvidDestroyDecoder(Decoder *decoder) {
  free(decoder);
  return 0;
}

/* The third number of CUVIDPICPARAMS is the surface to decode into. */
int cuvidDecodePicture(Decoder *decoder, int *parameters) {
  decoder->pictureOfSurface[parameters[2]] = decoder->pictures++;
  return 0;
}

/* Bytes of luma, then pairs of chroma of half the rows. */
int cuvidMapVideoFrame64(Decoder *d, int surface, Address *frame, unsigned *pitch, void *how) {
  *pitch = (d->info.targetWidth + 255) / 256 * 256;
  size_t luma = *pitch * d->info.targetHeight;
  char *pixels = malloc(luma + luma / 2);
  memset(pixels, 16 + 3 * d->pictureOfSurface[surface], luma);
  memset(pixels + luma, 128, luma / 2);
  *frame = (Address) pixels;
  return 0;
}

int cuvidUnmapVideoFrame64(Decoder *decoder, Address frame) {
  free((void *) frame);
  return 0;
}

/* What is looked up as well. */
STUB(cuArray3DCreate_v2) STUB(cuArrayCreate_v2) STUB(cuArrayDestroy) STUB(cuCtxPushCurrent_v2)
STUB(cuCtxSetLimit) STUB(cuDestroyExternalMemory) STUB(cuDestroyExternalSemaphore)
STUB(cuDeviceGetByPCIBusId) STUB(cuDeviceGetLuid) STUB(cuDeviceGetPCIBusId) STUB(cuDeviceGetUuid)
STUB(cuDeviceGetUuid_v2) STUB(cuDevicePrimaryCtxGetState) STUB(cuDevicePrimaryCtxRelease)
STUB(cuDevicePrimaryCtxReset) STUB(cuDevicePrimaryCtxRetain) STUB(cuDevicePrimaryCtxSetFlags)
STUB(cuEGLStreamConsumerDisconnect) STUB(cuEGLStreamProducerConnect)
STUB(cuEGLStreamProducerDisconnect) STUB(cuEGLStreamProducerPresentFrame)
STUB(cuEGLStreamProducerReturnFrame) STUB(cuEventCreate) STUB(cuEventDestroy_v2)
STUB(cuEventQuery) STUB(cuEventRecord) STUB(cuEventSynchronize)
STUB(cuExternalMemoryGetMappedBuffer) STUB(cuExternalMemoryGetMappedMipmappedArray)
STUB(cuGLGetDevices_v2) STUB(cuGraphicsGLRegisterImage) STUB(cuGraphicsMapResources)
STUB(cuGraphicsResourceGetMappedPointer_v2) STUB(cuGraphicsSubResourceGetMappedArray)
STUB(cuGraphicsUnmapResources) STUB(cuGraphicsUnregisterResource) STUB(cuImportExternalMemory)
STUB(cuImportExternalSemaphore) STUB(cuInit) STUB(cuLaunchKernel) STUB(cuLinkAddData)
STUB(cuLinkComplete) STUB(cuLinkCreate) STUB(cuLinkDestroy) STUB(cuMemAllocManaged) STUB(cuMemcpy)
STUB(cuMemcpyAsync) STUB(cuMemcpyDtoDAsync_v2) STUB(cuMemcpyDtoD_v2) STUB(cuMemcpyDtoHAsync_v2)
STUB(cuMemcpyDtoH_v2) STUB(cuMemcpyHtoDAsync_v2) STUB(cuMemcpyHtoD_v2) STUB(cuMemsetD8Async)
STUB(cuMipmappedArrayDestroy) STUB(cuMipmappedArrayGetLevel) STUB(cuModuleGetFunction)
STUB(cuModuleGetGlobal) STUB(cuModuleLoadData) STUB(cuModuleUnload)
STUB(cuSignalExternalSemaphoresAsync) STUB(cuStreamAddCallback) STUB(cuStreamCreate)
STUB(cuStreamDestroy_v2) STUB(cuStreamQuery) STUB(cuStreamSynchronize) STUB(cuStreamWaitEvent)
STUB(cuTexObjectCreate) STUB(cuTexObjectDestroy) STUB(cuWaitExternalSemaphoresAsync)
STUB(cuvidCreateVideoParser) STUB(cuvidCreateVideoSource) STUB(cuvidCreateVideoSourceW)
STUB(cuvidCtxLock) STUB(cuvidCtxLockCreate) STUB(cuvidCtxLockDestroy) STUB(cuvidCtxUnlock)
STUB(cuvidDestroyVideoParser) STUB(cuvidDestroyVideoSource) STUB(cuvidGetDecodeStatus)
STUB(cuvidGetSourceAudioFormat) STUB(cuvidGetSourceVideoFormat) STUB(cuvidGetVideoSourceState)
STUB(cuvidParseVideoData) STUB(cuvidReconfigureDecoder) STUB(cuvidSetVideoSourceState)
STUB(cuMemAllocPitch_v2) STUB(cuDeviceGetCount) STUB(cuDeviceGetName) STUB(cuCtxGetCurrent)
STUB(cuCtxGetDevice) STUB(cuDriverGetVersion) STUB(cuDeviceComputeCapability)
