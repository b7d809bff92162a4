package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;

/** Messages that the runtime has really given. */
class RuntimeMessageTest {

  @Test
  void keepsTheLibraryThatCannotBeLoaded() {
    assertEquals(
        "Failed to load library /cache/libonnxruntime_providers_cuda.so with error:"
            + " libcublasLt.so.12: cannot open shared object file: No such file or directory",
        brief(
            "Error code - ORT_FAIL - message:"
                + " /onnxruntime_src/onnxruntime/core/session/provider_bridge_ort.cc:1988"
                + " onnxruntime::Provider& onnxruntime::ProviderLibrary::Get() [ONNXRuntimeError]"
                + " : 1 : FAIL : Failed to load library"
                + " /cache/libonnxruntime_providers_cuda.so with error: libcublasLt.so.12:"
                + " cannot open shared object file: No such file or directory\n"));
  }

  @Test
  void keepsTheInnermostReason() {
    assertEquals(
        "cuDNN is unavailable or disabled for CUDA Execution Provider: dlsym failed",
        brief(
            "Error code - ORT_NOT_IMPLEMENTED - message: Non-zero status code returned while"
                + " running Conv node. Name:'Conv_1' Status Message: /core/cuda_kernel.h:272"
                + " RequireCudnnHandle(cudnnHandle_t) [ONNXRuntimeError] : 9 : NOT_IMPLEMENTED :"
                + " cuDNN is unavailable or disabled for CUDA Execution Provider: dlsym failed"));
  }

  @Test
  void leavesOtherMessagesAsTheyAre() {
    assertEquals("The device is busy", brief("The device is busy"));
  }

  private static String brief(String message) {
    return RuntimeMessage.brief(new OrtException(message));
  }
}
