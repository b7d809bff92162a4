package org.cleanplate.training.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.global.torch;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.training.ComputePlan;
import org.cleanplate.training.ModelTrainer;
import org.cleanplate.training.TrainingListener;
import org.junit.jupiter.api.Test;

class TrainingDeviceTest {
  private final List<String> messages = new ArrayList<>();

  @Test
  void theTrainerIsFoundOnTheClassPath() {
    assertInstanceOf(TorchTrainer.class, ModelTrainer.find());
  }

  @Test
  void saysSoWhereTheCpuTakesThePlaceOfCuda() {
    assumeFalse(torch.cuda_is_available(), "not run: there is a CUDA device");
    assertTrue(choose(new Device.Cuda(0, false)).is_cpu());
    assertTrue(
        messages.get(0).startsWith("There is no CUDA device 0 that libtorch can use."),
        messages.toString());
  }

  @Test
  void failsWhereCudaIsRequiredAndMissing() {
    assumeFalse(torch.cuda_is_available(), "not run: there is a CUDA device");
    MattingException failure =
        assertThrows(MattingException.class, () -> choose(new Device.Cuda(0, true)));
    assertTrue(failure.getMessage().contains("gpu-training"), failure.getMessage());
  }

  @Test
  void automaticallyTakesCudaWhereThereIsOne() {
    assumeTrue(torch.cuda_is_available(), "not run: no device");
    assertTrue(choose(new Device.Auto()).is_cuda());
  }

  @Test
  void theCpuTakesTheThreadsOfThePlan() {
    assertTrue(choose(new Device.Cpu()).is_cpu());
    assertEquals(List.of("Training on the CPU, 1 threads"), messages);
    assertEquals(1, torch.get_num_threads());
  }

  private org.bytedeco.pytorch.Device choose(Device device) {
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void message(String text) {
            messages.add(text);
          }
        };
    return TrainingDevice.choose(new ComputePlan(device, true, 1, 1), listener);
  }
}
