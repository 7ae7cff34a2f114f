import { zodResolver } from "@hookform/resolvers/zod";
import { createRoot } from "react-dom/client";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { KVK_NUMBER, LEVELS, root, submitted } from "./form.js";

const rules = z.object({
  kvkNumber: z.string().regex(KVK_NUMBER, "Eight digits"),
  name: z.string().min(1).max(100),
  email: z.email(),
  level: z.enum(LEVELS),
  urgent: z.boolean(),
  terms: z.literal(true),
});

function Page() {
  const { register, handleSubmit, formState } = useForm({ resolver: zodResolver(rules) });
  const row = (name, label, control) => (
    <p key={name}>
      <label>
        {label} {control}
      </label>
      {formState.errors[name] && <span role="alert">{formState.errors[name].message}</span>}
    </p>
  );
  const text = (name, label, type = "text") => row(name, label, <input type={type} {...register(name)} />);
  const tick = (name, label) => row(name, label, <input type="checkbox" {...register(name)} />);
  return (
    <form onSubmit={handleSubmit(submitted)}>
      {text("kvkNumber", "KvK number")}
      {text("name", "Name of the organisation")}
      {text("email", "E-mail address", "email")}
      {row("level", "Level", <select {...register("level")}>{LEVELS.map((level) => <option key={level}>{level}</option>)}</select>)}
      {tick("urgent", "Urgent")}
      {tick("terms", "I accept the terms")}
      <button>Send</button>
    </form>
  );
}

createRoot(root).render(<Page />);
