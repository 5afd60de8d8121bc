// A plain echo bot on grammY: what a program does at least.
import { Bot } from "grammy";

const bot = new Bot(process.env.TELOXIDE_TOKEN, { client: { apiRoot: process.env.TELOXIDE_API_URL } });
bot.on("message:text", (context) => context.reply(context.message.text));
bot.start();
