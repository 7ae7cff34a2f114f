// Screens for a browser with windows, without hardware: Xvfb, and Xorg with a touchscreen. The latter is for an engine whose
// driver turns touches into presses of the mouse: touches come from a device instead, whose driver "inputtest" receives
// them over a socket (inputtestdrv(4) and xf86-input-inputtest-protocol.h).
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Where `tools/setup routes` unpacks Xorg. */
const folder = join(process.env.TARGET ?? resolve(import.meta.dirname, "../../target"), "xorg/usr/lib");
const modules = join(folder, "xorg/modules");

const WIDTH = 1280;
const HEIGHT = 1024;

const configuration = (socket) => `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "memory"
  Driver "dummy"
  VideoRam 16384
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 1-1000
  VertRefresh 1-1000
EndSection
Section "Screen"
  Identifier "screen"
  Device "memory"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "${WIDTH}x${HEIGHT}"
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "finger"
  Driver "inputtest"
  Option "DeviceType" "Touch"
  Option "TouchCount" "1"
  Option "SocketPath" "${socket}"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "finger"
EndSection
`;

/** A virtual screen. */
export async function startScreen(start) {
  return { display: await begun(start, ["Xvfb", "-screen", "0", `${WIDTH}x${HEIGHT}x24`]) };
}

/** Whether a screen that can be touched is installed. */
export const hasTouchscreen = () => existsSync(join(modules, "input/inputtest_drv.so"));

/** A virtual screen with a finger: `tap` touches it at a point in pixels. */
export async function startTouchscreen(start) {
  const own = await mkdtemp(join(tmpdir(), "touchscreen-"));
  const [file, log, socket] = ["xorg.conf", "xorg.log", "socket"].map((name) => join(own, name));
  await writeFile(file, configuration(socket));
  const options = ["-config", file, "-logfile", log, "-modulepath", modules, "-noreset", "-novtswitch", "-sharevts"];
  const libraries = readdirSync(folder).map((name) => join(folder, name)).join(":");
  const env = { ...process.env, LD_LIBRARY_PATH: libraries };
  const display = await begun(start, [join(folder, "xorg/Xorg"), ...options], { env });
  const finger = await touching(socket);
  return {
    display,
    tap: finger.tap,
    async leave() {
      finger.leave();
      await rm(own, { recursive: true, force: true });
    },
  };
}

/** Starts a display server, which chooses its number; returns its name. */
async function begun(start, command, options = {}) {
  const server = start([...command, "-displayfd", "3", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"], ...options });
  const ended = once(server, "exit").then(([code]) => { throw new Error(`${command[0]} ended with ${code}`); });
  const [number] = await Promise.race([once(server.stdio[3].setEncoding("utf8"), "data"), ended]);
  ended.catch(() => {});
  return `:${number.trim()}`;
}

/** Types of messages. */
const [VERSION, SYNC, TOUCH] = [0, 1, 6];
/** Types of touches, as in XI2.h. */
const [BEGIN, END] = [18, 20];
/** The largest value of an axis. */
const AXIS = 0xffff;

/** Connects to the driver of the finger. */
async function touching(path) {
  const socket = connect(path);
  await once(socket, "connect");
  const message = (type, length, fill = () => {}) => {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32LE(length, 0);
    bytes.writeUInt32LE(type, 4);
    fill(bytes);
    return bytes;
  };
  const ask = async (bytes) => {
    const response = once(socket, "data");
    socket.write(bytes);
    await response;
  };
  /** Returns once the server has handled it. */
  const touch = async (type, x, y) => {
    socket.write(message(TOUCH, 1056, (bytes) => {
      bytes.writeUInt32LE(1, 8);
      bytes.writeUInt32LE(type, 12);
      // Two of the axes are given, as numbers of eight bytes; a pixel is touched in its middle.
      bytes[20] = 0b11;
      bytes.writeDoubleLE(((x + 0.5) / WIDTH) * AXIS, 32);
      bytes.writeDoubleLE(((y + 0.5) / HEIGHT) * AXIS, 40);
    }));
    await ask(message(SYNC, 8));
  };
  await ask(message(VERSION, 12, (bytes) => {
    bytes.writeUInt16LE(1, 8);
    bytes.writeUInt16LE(1, 10);
  }));
  return {
    async tap(x, y) {
      await touch(BEGIN, x, y);
      await touch(END, x, y);
    },
    leave: () => socket.destroy(),
  };
}
